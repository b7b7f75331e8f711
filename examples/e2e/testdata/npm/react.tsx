// Compiled, never run, with the types of React 18 and of React 19.
import { createElement, useRef } from 'react';
import type { HoshitoriCheck } from '@hoshitori/check';
import '@hoshitori/check/react';

export const Check = () => {
  const check = useRef<HoshitoriCheck>(null);
  return (
    <main>
      <hoshitori-check ref={check} className="check" style={{ display: 'block' }} catalog="sa2@3.1" lang="en" target="2" layout="one" storage="session" />
      <hoshitori-check src="own.json" theme="auto" onhoshitori-complete={(event) => event.detail.result?.gaps.length} />
      {/* @ts-expect-error there is no such choice */}
      <hoshitori-check catalog="sa2@3.1" share="sometimes" />
    </main>
  );
};

export const child = createElement('p', null, 'text');
