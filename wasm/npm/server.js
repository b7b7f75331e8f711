// What a server gets in place of the element, so that pages with it can be rendered there: there is nothing to define.

/** evaluate works in browsers only. */
export const evaluate = async () => {
  throw new Error('@hoshitori/check: evaluate works in browsers only');
};
