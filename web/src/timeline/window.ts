// The part of the axis that is seen: zooming keeps the time under the pointer where it is.

export class TimeWindow {
  from = 0;
  to = 1;
  private all = 1;

  /** Shortest span, milliseconds. */
  static readonly least = 0.002;

  get span(): number {
    return this.to - this.from;
  }

  get whole(): boolean {
    return this.from <= 0 && this.to >= this.all;
  }

  get length(): number {
    return this.all;
  }

  /** The axis is so long; shows all of it. */
  fit(duration: number): void {
    this.all = Math.max(duration, TimeWindow.least);
    this.from = 0;
    this.to = this.all;
  }

  show(from: number, to: number): void {
    const span = Math.min(this.all, Math.max(TimeWindow.least, to - from));
    const start = Math.min(Math.max(0, from), this.all - span);
    this.from = start;
    this.to = start + span;
  }

  /** `factor` below 1 zooms in, around a time. */
  zoom(factor: number, around: number): void {
    const span = Math.min(this.all, Math.max(TimeWindow.least, this.span * factor));
    const part = (around - this.from) / this.span;
    this.show(around - part * span, around + (1 - part) * span);
  }

  pan(milliseconds: number): void {
    this.show(this.from + milliseconds, this.to + milliseconds);
  }
}

/** A round distance between marks of the axis, so that about `count` fit. */
export function markStep(span: number, count: number): number {
  const raw = span / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(raw));
  const factor = [1, 2, 5, 10].find((f) => f * power >= raw) ?? 10;
  return factor * power;
}

export function timeText(milliseconds: number, step = 0): string {
  const size = Math.max(step, 0);
  if (milliseconds === 0) return "0";
  if (size >= 1000 || (size === 0 && milliseconds >= 1000))
    return `${(milliseconds / 1000).toFixed(size >= 1000 ? 0 : 2)} s`;
  if (size >= 1) return `${milliseconds.toFixed(0)} ms`;
  if (size === 0 && milliseconds >= 10) return `${milliseconds.toFixed(1)} ms`;
  if (size >= 0.001 || milliseconds >= 0.1)
    return `${milliseconds.toFixed(Math.max(0, Math.min(3, -Math.floor(Math.log10(size || 0.001)))))} ms`;
  return `${(milliseconds * 1000).toFixed(1)} µs`;
}
