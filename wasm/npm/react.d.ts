// Lets React 18 and 19 know <hoshitori-check> in JSX. Import it once, anywhere: import '@hoshitori/check/react'.

import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type {
  HoshitoriChangeEvent,
  HoshitoriCheck,
  HoshitoriCheckAttributes,
  HoshitoriCompleteEvent,
  HoshitoriErrorEvent,
  HoshitoriReadyEvent,
} from './index.js';

/** What React 19 calls for an event. React 18 does not: use a ref and addEventListener there. */
export interface HoshitoriCheckListeners {
  'onhoshitori-ready'?: (event: HoshitoriReadyEvent) => void;
  'onhoshitori-change'?: (event: HoshitoriChangeEvent) => void;
  'onhoshitori-complete'?: (event: HoshitoriCompleteEvent) => void;
  'onhoshitori-error'?: (event: HoshitoriErrorEvent) => void;
}

export type HoshitoriCheckProps = Omit<DetailedHTMLProps<HTMLAttributes<HoshitoriCheck>, HoshitoriCheck>, keyof HoshitoriCheckAttributes> &
  HoshitoriCheckAttributes &
  HoshitoriCheckListeners;

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements {
      'hoshitori-check': HoshitoriCheckProps;
    }
  }
}
