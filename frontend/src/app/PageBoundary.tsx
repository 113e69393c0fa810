import { Component, type ReactNode } from "react";
import { ApiError } from "../api/ApiError";
import { Button } from "../shared/Button";
import { text } from "../text";
import { forgetFailures } from "./loadable";

type State = { failure: { error: unknown } | null };

/** Stands around a page: when it cannot be loaded or fails, that is said in its place, and the rest of the app stays. */
export class PageBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { failure: null };

  static getDerivedStateFromError(error: unknown): State {
    return { failure: { error } };
  }

  override componentDidCatch(): void {
    forgetFailures();
  }

  override render(): ReactNode {
    const { failure } = this.state;
    if (!failure) return this.props.children;
    const isUnreachable = failure.error instanceof ApiError && failure.error.status === 0;
    return (
      <div role="alert" className="mx-auto w-full max-w-6xl px-4 pt-8 sm:px-6">
        <p className="mb-4">{isUnreachable ? text.errors.pageUnreachable : text.errors.page}</p>
        <div className="flex gap-2">
          <Button onClick={() => this.setState({ failure: null })}>{text.common.retry}</Button>
          {/* A page that is no longer there, since the app was built anew, is there after this alone. */}
          {!isUnreachable && <Button onClick={() => location.reload()}>{text.common.reload}</Button>}
        </div>
      </div>
    );
  }
}
