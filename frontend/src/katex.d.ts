// What is used of KaTeX; Debian's package has no types of its own.
declare module "katex" {
  const katex: {
    render(source: string, element: HTMLElement, options: Record<string, unknown>): void;
  };
  export default katex;
}
