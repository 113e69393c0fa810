import { Component, type ReactNode } from "react";
import { Button } from "../shared/Button";
import { text } from "../text";

/** Stands around a page: when it cannot be loaded or fails, that is said in its place, and the rest of the app stays. */
export class PageBoundary extends Component<{ children: ReactNode }, { hasFailed: boolean }> {
  override state = { hasFailed: false };

  static getDerivedStateFromError() {
    return { hasFailed: true };
  }

  override render(): ReactNode {
    if (!this.state.hasFailed) return this.props.children;
    return (
      <div role="alert" className="mx-auto w-full max-w-6xl px-4 pt-8 sm:px-6">
        <p className="mb-4">{text.errors.page}</p>
        <Button onClick={() => location.reload()}>{text.common.reload}</Button>
      </div>
    );
  }
}
