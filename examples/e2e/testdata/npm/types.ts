// Compiled, never run: what the types allow, and what they refuse.
import { evaluate } from '@hoshitori/check';
import type { Assessment, Completeness, Evaluation, HoshitoriCheck, Problem, Result } from '@hoshitori/check';
import '@hoshitori/check/hoshitori.css';

const check: HoshitoriCheck = document.createElement('hoshitori-check');
const found: HoshitoriCheck | null = document.querySelector('hoshitori-check');
const answers: Assessment | null = check.assessment;
const result: Result | null = check.result;
const problems: Problem[] = check.validate();

check.assessment = '{"format": "hoshitori/assessment/1"}';
check.assessment = { format: 'hoshitori/assessment/1', catalog: { id: 'sa1', version: '4.0' }, answers: [{ item: '1', state: 'met' }] };
check.state = check.state.trim();
check.reset();
check.print();

check.addEventListener('hoshitori-ready', () => {});
check.addEventListener('hoshitori-change', (event) => {
  const completeness: Completeness = event.detail.completeness;
  // @ts-expect-error it carries counts only
  event.detail.result;
  return completeness;
});
addEventListener('hoshitori-complete', ({ detail }) => detail.result?.points?.score);
check.addEventListener('hoshitori-error', ({ detail }) => {
  if (detail.code === 'catalog') console.error(detail.message, detail.problems.map((p) => p.message.ja));
  // @ts-expect-error there is no such code
  return detail.code === 'other';
});
check.addEventListener('click', (event) => event.clientX);

const { result: scored } = JSON.parse(await evaluate('{}', new Uint8Array())) as Evaluation;
if (scored) scored.completeness.total;

// @ts-expect-error only the engine works a result out
check.result = result;
// @ts-expect-error there may be no answers yet
answers.answers;
// @ts-expect-error there is no such state
check.assessment = { format: 'hoshitori/assessment/1', catalog: { id: 'sa1', version: '4.0' }, answers: [{ item: '1', state: 'done' }] };
// @ts-expect-error the catalogue is missing
check.assessment = { format: 'hoshitori/assessment/1', answers: [] };

export { found, problems };
