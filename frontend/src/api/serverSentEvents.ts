export type ServerSentEvent = { id: string | undefined; event: string; data: string };

/** Reads server-sent events (WHATWG HTML, section 9.2.6) from text that comes in pieces. */
export class EventParser {
  private rest = "";
  private id: string | undefined;
  private event = "";
  private data: string[] = [];

  /** The events that are complete with this piece. */
  take(piece: string): ServerSentEvent[] {
    const lines = (this.rest + piece).split(/\r\n|\n|\r(?!$)/);
    this.rest = lines.pop() ?? "";
    const events: ServerSentEvent[] = [];
    for (const line of lines) {
      if (line !== "") this.field(line);
      else if (this.data.length > 0 || this.event !== "") {
        if (this.data.length > 0)
          events.push({ id: this.id, event: this.event || "message", data: this.data.join("\n") });
        this.event = "";
        this.data = [];
      }
    }
    return events;
  }

  private field(line: string) {
    const colon = line.indexOf(":");
    if (colon === 0) return;
    const name = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? "" : line.slice(colon + 1).replace(/^ /, "");
    if (name === "data") this.data.push(value);
    else if (name === "event") this.event = value;
    else if (name === "id" && !value.includes("\0")) this.id = value;
  }
}
