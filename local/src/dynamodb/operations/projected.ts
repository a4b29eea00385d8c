import type { DocumentPath } from '../expressions/ParsedExpression.ts';
import { projectItem } from '../expressions/projectItem.ts';
import { Item } from '../Item.ts';

/** The item, or its parts where a projection asks for parts. */
export function projected(item: Item, projection: readonly DocumentPath[] | undefined): Item {
  return projection ? Item.ofAttributes(projectItem(item.attributes, projection)) : item;
}
