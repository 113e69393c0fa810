import { type ButtonHTMLAttributes, forwardRef } from "react";

type Kind = "primary" | "plain" | "quiet" | "danger";
type Props = ButtonHTMLAttributes<HTMLButtonElement> & { kind?: Kind; size?: "normal" | "small" };

const kinds: Record<Kind, string> = {
  primary: "bg-accent text-on-accent border-accent hover:bg-accent-hover hover:border-accent-hover font-medium",
  plain: "bg-surface text-ink border-edge hover:border-ink",
  quiet: "bg-transparent text-ink-2 border-transparent hover:bg-sunken hover:text-ink",
  danger: "bg-bad text-paper border-bad hover:opacity-90 font-medium",
};

/** A button; at least 24 pixels high and wide (WCAG 2.5.8). */
export const Button = forwardRef<HTMLButtonElement, Props>(function Button(
  { kind = "plain", size = "normal", className = "", type = "button", ...rest },
  ref,
) {
  const room = size === "small" ? "min-h-8 px-2.5 text-[0.8125rem]" : "min-h-10 px-4 text-[0.9375rem]";
  return (
    <button
      ref={ref}
      type={type}
      className={`inline-flex items-center justify-center gap-1.5 rounded-md border whitespace-nowrap transition-colors disabled:cursor-not-allowed disabled:opacity-55 aria-disabled:cursor-not-allowed aria-disabled:opacity-55 ${room} ${kinds[kind]} ${className}`}
      {...rest}
    />
  );
});
