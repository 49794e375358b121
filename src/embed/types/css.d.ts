// A stylesheet is imported for its effect.
export {};
