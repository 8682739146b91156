// How dark a cell is: 0 nothing, 4 the darkest.
export function heat(count: number): number {
  if (count <= 2) return Math.max(0, count);
  return count <= 4 ? 3 : 4;
}
