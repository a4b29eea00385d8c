import { type AttributeMap, type AttributeValue, membersOf, typeOf } from '../AttributeValue.ts';
import { addNumbers, subtractNumbers } from '../decimal.ts';
import { validationException } from '../validationException.ts';
import { valueAt } from './documentPaths.ts';
import type { BoundExpression, DocumentPath } from './ParsedExpression.ts';
import type { SetOperand, SetValue, Update } from './Update.ts';

/**
 * The item after an update. Every right side sees the item as it was before; `item` itself is left alone, containers
 * on the way to a changed place are copied. Throws ValidationException when a path or operand does not fit the item.
 */
export function applyUpdate(update: BoundExpression<Update>, item: AttributeMap): AttributeMap {
  const { root, paths, values } = update;
  const pathAt = (position: number): DocumentPath => paths[position] as DocumentPath;
  const copies = new Copies(item);
  const assignments: { place: Place; value: AttributeValue }[] = [];
  const removals: Place[] = [];

  for (const { path, value } of root.set) {
    const place = copies.placeOf(pathAt(path));
    assignments.push({ place, value: setValue(value, item, update) });
  }
  for (const { path } of root.remove) removals.push(copies.placeOf(pathAt(path)));
  for (const { path, value } of root.add) {
    const place = copies.placeOf(pathAt(path));
    assignments.push({ place, value: added(valueAt(item, pathAt(path)), values[value] as AttributeValue) });
  }
  for (const { path, value } of root.delete) {
    const place = copies.placeOf(pathAt(path));
    const old = valueAt(item, pathAt(path));
    if (old === undefined) continue;
    const rest = withoutMembers(old, values[value] as AttributeValue);
    if (rest === undefined) removals.push(place);
    else assignments.push({ place, value: rest });
  }

  // Elements beyond a list's end are appended in the order of their indexes; removals, highest first, keep the others in place.
  for (const { place, value } of assignments.sort((a, b) => indexOf(a.place) - indexOf(b.place))) assign(place, value);
  for (const place of removals.sort((a, b) => indexOf(b) - indexOf(a))) remove(place);
  return copies.item;
}

/** A member of a map, or an element of a list, whose container is ours to change. */
type Place = { map: AttributeMap; name: string } | { list: AttributeValue[]; index: number };

/** The item with the containers along given paths copied, each once. */
class Copies {
  readonly item: AttributeMap;
  readonly #own = new Set<object>();

  constructor(item: AttributeMap) {
    this.item = { ...item };
  }

  placeOf(path: DocumentPath): Place {
    let place: Place = { map: this.item, name: path[0] as string };
    for (const step of path.slice(1)) place = this.#inside(place, step);
    return place;
  }

  #inside(place: Place, step: string | number): Place {
    const value =
      'map' in place
        ? Object.hasOwn(place.map, place.name)
          ? place.map[place.name]
          : undefined
        : place.list[place.index];
    if (typeof step === 'string' && value?.M) {
      const map = this.#own.has(value.M) ? value.M : { ...value.M };
      if (map !== value.M) this.#adopt(place, { M: map }, map);
      return { map, name: step };
    }
    if (typeof step === 'number' && value?.L) {
      const list = this.#own.has(value.L) ? value.L : [...value.L];
      if (list !== value.L) this.#adopt(place, { L: list }, list);
      return { list, index: step };
    }
    throw validationException('The document path provided in the update expression is invalid for update');
  }

  #adopt(place: Place, value: AttributeValue, container: object): void {
    this.#own.add(container);
    assign(place, value);
  }
}

function indexOf(place: Place): number {
  return 'list' in place ? place.index : -1;
}

function assign(place: Place, value: AttributeValue): void {
  if ('map' in place) place.map[place.name] = value;
  else place.list[Math.min(place.index, place.list.length)] = value;
}

function remove(place: Place): void {
  if ('map' in place) delete place.map[place.name];
  else if (place.index < place.list.length) place.list.splice(place.index, 1);
}

function setValue(value: SetValue, item: AttributeMap, update: BoundExpression<Update>): AttributeValue {
  if (!('left' in value)) return operandValue(value, item, update);
  const left = operandValue(value.left, item, update).N;
  const right = operandValue(value.right, item, update).N;
  if (left === undefined || right === undefined) throw wrongOperandType();
  return { N: value.kind === '+' ? addNumbers(left, right) : subtractNumbers(left, right) };
}

function operandValue(operand: SetOperand, item: AttributeMap, update: BoundExpression<Update>): AttributeValue {
  switch (operand.kind) {
    case 'value':
      return update.values[operand.name] as AttributeValue;
    case 'path': {
      const value = valueAt(item, update.paths[operand.path] as DocumentPath);
      if (value === undefined) {
        throw validationException('The provided expression refers to an attribute that does not exist in the item');
      }
      return value;
    }
    case 'if_not_exists':
      return valueAt(item, update.paths[operand.path] as DocumentPath) ?? operandValue(operand.otherwise, item, update);
    case 'list_append': {
      const first = operandValue(operand.first, item, update).L;
      const second = operandValue(operand.second, item, update).L;
      if (first === undefined || second === undefined) throw wrongOperandType();
      return { L: [...first, ...second] };
    }
  }
}

/** ADD: a number is summed, a set united; an absent attribute starts at zero or empty. */
function added(old: AttributeValue | undefined, addend: AttributeValue): AttributeValue {
  if (old === undefined) return addend;
  if (old.N !== undefined && addend.N !== undefined) return { N: addNumbers(old.N, addend.N) };
  const [type, members, others] = sameSets(old, addend);
  return { [type]: [...new Set([...members, ...others])] };
}

/** DELETE: undefined when no member is left, for there are no empty sets. */
function withoutMembers(old: AttributeValue, deleted: AttributeValue): AttributeValue | undefined {
  const [type, members, others] = sameSets(old, deleted);
  const rest = members.filter((member) => !others.includes(member));
  return rest.length === 0 ? undefined : { [type]: rest };
}

function sameSets(old: AttributeValue, other: AttributeValue): [string, string[], string[]] {
  const members = membersOf(old);
  const others = membersOf(other);
  if (!members || !others || typeOf(old) !== typeOf(other)) throw wrongOperandType();
  return [typeOf(old), members, others];
}

function wrongOperandType(): Error {
  return validationException('An operand in the update expression has an incorrect data type');
}
