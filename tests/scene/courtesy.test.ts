import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createCourtesy } from '../../src/scene/courtesy.ts';

/** An element that lies in what is urgent, or does not. */
class FakeElement {
  readonly urgent: boolean;
  constructor(urgent: boolean) {
    this.urgent = urgent;
  }
  closest(selector: string): FakeElement | null {
    return this.urgent && selector === '[data-urgent]' ? this : null;
  }
}

describe('the courtesy of the picture', () => {
  const listeners = new Map<string, (event: { target: unknown }) => void>();
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('Element', FakeElement);
    vi.stubGlobal('document', {
      addEventListener: (name: string, listener: (event: { target: unknown }) => void) =>
        listeners.set(name, listener),
      removeEventListener: (name: string) => listeners.delete(name),
    });
  });
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.useRealTimers();
  });
  const press = (name: string, urgent: boolean) => listeners.get(name)?.({ target: new FakeElement(urgent) });

  it('waits after a press in what is urgent, and goes on by itself', () => {
    const resume = vi.fn();
    const courtesy = createCourtesy(resume);
    press('pointerdown', false);
    expect(courtesy.waits).toBe(false);
    press('pointerdown', true);
    expect(courtesy.waits).toBe(true);
    vi.advanceTimersByTime(200);
    press('keydown', true);
    vi.advanceTimersByTime(200);
    expect([courtesy.waits, resume.mock.calls.length]).toEqual([true, 0]);
    vi.advanceTimersByTime(100);
    expect([courtesy.waits, resume.mock.calls.length]).toEqual([false, 1]);
    courtesy.dispose();
    expect(listeners.size).toBe(0);
  });

  it('attends while the pointer rests on what is urgent, and for a while after a press there', () => {
    const courtesy = createCourtesy(() => {});
    expect(courtesy.attends).toBe(false);
    press('pointerover', true);
    expect(courtesy.attends).toBe(true);
    press('pointerover', false);
    expect(courtesy.attends).toBe(false);
    press('keydown', true);
    vi.advanceTimersByTime(3000);
    expect(courtesy.attends).toBe(true);
    vi.advanceTimersByTime(3000);
    expect(courtesy.attends).toBe(false);
    courtesy.dispose();
  });
});
