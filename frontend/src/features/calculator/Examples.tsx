import { text } from "../../text";

const words = text.calculator;
const examples = [
  { source: "1/3 + 1/6", text: words.examples.exact },
  { source: "sqrt(2)", text: words.examples.digits },
  { source: "2^1000", text: words.examples.whole },
  { source: "r = 5/2; pi * r^2", text: words.examples.variables },
  { source: "f(x) = x^2 + 1", text: words.examples.functions },
  { source: "det([[1, 2], [3, 4]])", text: words.examples.matrices },
];

/** What an empty notebook shows: what can be written, to be tried with one click. */
export function Examples({ onChoose }: { onChoose(source: string): void }) {
  return (
    <div className="mb-auto grid gap-8 py-6 sm:py-12">
      <div>
        <p className="font-serif text-4xl leading-tight text-balance sm:text-5xl">{words.welcome}</p>
        <p className="mt-3 max-w-prose text-ink-2">{words.welcomeText}</p>
      </div>
      <ul className="grid border-t border-rule sm:grid-cols-2 sm:gap-x-10">
        {examples.map((example) => (
          <li key={example.source} className="border-b border-rule">
            <button
              type="button"
              onClick={() => onChoose(example.source)}
              className="group grid w-full gap-0.5 py-3 text-left"
            >
              <code className="mono text-ink group-hover:text-accent">{example.source}</code>
              <span className="caption">{example.text}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
