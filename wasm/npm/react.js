// The types are in react.d.ts; there is nothing to run.
export {};
