import { describe, expect, it } from 'vitest';
import { findApi, type ScormApi, startReport, timespan } from '../../src/lms/scorm.ts';

/** A system that keeps values and notes every call that changes something. */
function system(kept: Record<string, string> = {}) {
  const values: Record<string, string> = { ...kept };
  const calls: string[] = [];
  const api: ScormApi = {
    LMSInitialize: () => 'true',
    LMSFinish: () => (calls.push('finish'), 'true'),
    LMSGetValue: (element) => values[element] ?? '',
    LMSSetValue(element, value) {
      values[element] = value;
      calls.push(`${element.replace('cmi.core.', '')} = ${value}`);
      return 'true';
    },
    LMSCommit: () => (calls.push('commit'), 'true'),
  };
  return { api, calls };
}

describe('the report to a learning management system', () => {
  it('is incomplete at first, complete at the last step, and ends once with its time', () => {
    let seconds = 100;
    const { api, calls } = system({ 'cmi.core.lesson_status': 'not attempted' });
    const report = startReport(api, 'rainier', () => seconds)!;
    expect(report.left).toBeNull();
    report.reached({ tour: 'rainier', step: 1, steps: 2 });
    report.reached({ tour: 'rainier', step: 2, steps: 2 });
    seconds += 3725.5;
    report.end();
    report.end();
    report.reached({ tour: 'rainier', step: 1, steps: 2 });
    expect(calls).toEqual([
      'lesson_status = incomplete',
      'commit',
      'lesson_location = rainier 1',
      'commit',
      'lesson_location = rainier 2',
      'lesson_status = completed',
      'commit',
      'session_time = 0001:02:05.50',
      'exit = ',
      'commit',
      'finish',
    ]);
  });

  it('asks to come back where it was left, and does', () => {
    const first = system();
    const report = startReport(first.api, undefined, () => 0)!;
    report.reached({ tour: 'step', step: 3, steps: 8 });
    report.end();
    expect(first.calls).toContain('exit = suspend');
    const second = system({
      'cmi.core.lesson_status': 'incomplete',
      'cmi.core.lesson_location': 'step 3',
    });
    expect(startReport(second.api, undefined, () => 0)?.left).toEqual({ tour: 'step', step: 3 });
    expect(second.calls).toEqual([]);
  });

  it('counts the tour that was asked for alone, and never takes back what is complete', () => {
    const { api, calls } = system({ 'cmi.core.lesson_status': 'completed' });
    const report = startReport(api, 'rainier', () => 0)!;
    report.reached({ tour: 'step', step: 8, steps: 8 });
    expect(calls).toEqual([]);
    report.reached({ tour: 'rainier', step: 1, steps: 8 });
    expect(calls).toEqual(['lesson_location = rainier 1', 'commit']);
  });

  it('says nothing to a system that refuses the session, nor trusts what it kept', () => {
    const refusing = { ...system().api, LMSInitialize: () => 'false' };
    expect(startReport(refusing, undefined, () => 0)).toBeNull();
    for (const place of ['', 'rainier', 'rainier 0', 'rainier -1', '<script> x', 'a b 3', 'rainier 9999'])
      expect(
        startReport(system({ 'cmi.core.lesson_location': place }).api, undefined, () => 0)?.left,
      ).toBeNull();
  });

  it('writes times as the standard does', () => {
    expect([0, 0.004, 59.999, 61.25, 36_000 * 1000, -5].map(timespan)).toEqual([
      '0000:00:00.00',
      '0000:00:00.00',
      '0000:01:00.00',
      '0000:01:01.25',
      '9999:59:59.99',
      '0000:00:00.00',
    ]);
  });
});

describe('the search for a learning management system', () => {
  interface Frame {
    API?: ScormApi;
    parent: Frame;
    opener: Frame | null;
  }
  const top = (own: Partial<Frame> = {}): Frame => {
    const frame = { opener: null, ...own } as Frame;
    frame.parent = frame;
    return frame;
  };
  const { api } = system();

  it('finds it in any frame around, and around the window that opened the course', () => {
    const lms = top({ API: api });
    const middle: Frame = { parent: lms, opener: null };
    expect(findApi({ parent: middle, opener: null })).toBe(api);
    expect(findApi(top({ opener: middle }))).toBe(api);
    expect(findApi({ parent: top({ opener: middle }), opener: null })).toBe(api);
  });

  it('finds none alone, in frames of another site, or in a ring', () => {
    expect(findApi(top())).toBeNull();
    const foreign = {
      get API(): ScormApi {
        throw new Error('SecurityError');
      },
      get parent(): Frame {
        throw new Error('SecurityError');
      },
      opener: null,
    } as unknown as Frame;
    expect(findApi({ parent: foreign, opener: null })).toBeNull();
    const ring = { opener: null } as unknown as Frame;
    ring.parent = { parent: ring, opener: null };
    expect(findApi(ring)).toBeNull();
  });
});
