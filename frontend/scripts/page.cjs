// What the unit tests have of a browser.
const { JSDOM } = require("jsdom");

const { window } = new JSDOM("<!doctype html><html><body></body></html>", { url: "http://math.test/" });
const names = [
  "window document navigator location history localStorage sessionStorage HTMLElement Element Node Event KeyboardEvent",
  "MouseEvent DOMException addEventListener removeEventListener dispatchEvent getComputedStyle",
];
for (const name of names.join(" ").split(" ")) {
  const value = window[name];
  const isMethod = /^(add|remove|dispatch|getC)/.test(name);
  Object.defineProperty(globalThis, name, {
    value: isMethod ? value.bind(window) : value,
    configurable: true,
    writable: true,
  });
}
globalThis.requestAnimationFrame = (callback) => setTimeout(callback, 0);
globalThis.scrollTo = () => {};
globalThis.IS_REACT_ACT_ENVIRONMENT = true;
