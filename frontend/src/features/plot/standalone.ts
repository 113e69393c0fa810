const looks = ["fill", "stroke", "stroke-width", "font-family", "font-size", "text-anchor"];
const space = "http://www.w3.org/2000/svg";
const row = 20;

/** The drawing as a file that needs no style sheet: what it looks like is written into it, and what its curves are. */
export function standalone(svg: SVGSVGElement, names: string[]): string {
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
  const size = svg.getBoundingClientRect();
  const lines = [...copy.querySelectorAll("[data-curve]")].filter((path) => path.getAttribute("d"));
  lines.forEach((path, index) => {
    const name = names[Number(path.getAttribute("data-curve")) - 1] ?? "";
    copy.append(...entry(path, name, size.height + index * row, getComputedStyle(svg).color));
  });
  const [width, height] = [Math.round(size.width), Math.round(size.height) + lines.length * row + 8];
  for (const name of ["class", "tabindex", "role", "aria-roledescription"]) copy.removeAttribute(name);
  copy.setAttribute("width", String(width));
  copy.setAttribute("height", String(height));
  copy.setAttribute("viewBox", `0 0 ${width} ${height}`);
  copy.style.background = getComputedStyle(svg).backgroundColor;
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}

/** A line of the legend, under the drawing: the colour of a curve, and what it is. */
function entry(path: Element, name: string, top: number, ink: string): Element[] {
  const middle = String(top + row / 2);
  const stroke = path.getAttribute("stroke") ?? ink;
  const sample = made("line", { x1: "52", x2: "72", y1: middle, y2: middle, stroke, "stroke-width": "2" });
  const font = { "font-family": "monospace", "font-size": "12px", "dominant-baseline": "central" };
  const label = made("text", { x: "80", y: middle, fill: ink, ...font });
  label.textContent = `y = ${name}`;
  return [sample, label];
}

function made(tag: string, attributes: Record<string, string>): Element {
  const element = document.createElementNS(space, tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}
