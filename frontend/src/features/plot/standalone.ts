const looks = ["fill", "stroke", "stroke-width", "font-family", "font-size", "text-anchor"];

/** The drawing as a file that needs no style sheet: what it looks like is written into it. */
export function standalone(svg: SVGSVGElement): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll<SVGElement>("*")];
  const copies = [copy, ...copy.querySelectorAll<SVGElement>("*")];
  copies.forEach((element, index) => {
    const original = originals[index];
    if (!original || element === copy) return;
    const style = getComputedStyle(original);
    for (const look of looks) {
      if (original.hasAttribute(look) || element.tagName === "text")
        element.setAttribute(look, style.getPropertyValue(look));
    }
  });
  copy.querySelector("[data-cursor]")?.remove();
  const { width, height } = svg.getBoundingClientRect();
  for (const name of ["class", "tabindex", "role", "aria-roledescription"]) copy.removeAttribute(name);
  copy.setAttribute("width", String(Math.round(width)));
  copy.setAttribute("height", String(Math.round(height)));
  copy.setAttribute("viewBox", `0 0 ${Math.round(width)} ${Math.round(height)}`);
  copy.style.background = getComputedStyle(svg).backgroundColor;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}
