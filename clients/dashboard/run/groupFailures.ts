import type { RunItem } from './RunItem.ts';

export interface FailureGroup {
  code: string;
  resolution: string;
  items: RunItem[];
}

/** Failed employees by code and fix, the largest group first: one fix for many stands on top. */
export function groupFailures(items: readonly RunItem[]): FailureGroup[] {
  const groups = new Map<string, FailureGroup>();
  for (const item of items) {
    if (!item.error) continue;
    const { code, resolution } = item.error;
    const group = groups.get(`${code}\n${resolution}`) ?? { code, resolution, items: [] };
    groups.set(`${code}\n${resolution}`, group);
    group.items.push(item);
  }
  return [...groups.values()].sort((a, b) => b.items.length - a.items.length || a.code.localeCompare(b.code));
}
