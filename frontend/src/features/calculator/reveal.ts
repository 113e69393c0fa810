/** What can be done with a line is seen where it is looked at. */
export function reveal(isSelected: boolean): string {
  return isSelected ? "" : "opacity-0 group-hover:opacity-100 group-focus-within:opacity-100";
}
