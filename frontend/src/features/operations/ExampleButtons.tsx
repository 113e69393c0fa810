import type { CatalogueOperation } from "../../api/math";
import { Button } from "../../shared/Button";
import { pageText } from "../../text/pages";

type Props = { examples: CatalogueOperation["examples"]; onChoose(values: Record<string, unknown>): void };

/** An operation's examples; each fills in the form. */
export function ExampleButtons({ examples, onChoose }: Props) {
  if (examples.length === 0) return null;
  return (
    <div className="mt-4">
      <h2 className="label mb-1.5 font-sans">{pageText.operations.examples}</h2>
      <ul className="flex flex-wrap gap-1.5">
        {examples.map((example) => (
          <li key={example.expression} className="max-w-full">
            <Button size="small" className="max-w-full border-rule" onClick={() => onChoose(example.arguments)}>
              <code className="mono truncate text-[0.8125rem]">{example.expression}</code>
            </Button>
          </li>
        ))}
      </ul>
    </div>
  );
}
