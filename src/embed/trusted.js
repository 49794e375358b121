// The policy of Trusted Types. A page gives one of a name: every program uses this.

let policy;

/** The policy `backmatter`: undefined on a page without Trusted Types, null where they refuse it. */
export function trustedPolicy() {
  if (policy === undefined && window.trustedTypes) {
    try {
      policy = trustedTypes.createPolicy("backmatter", { createHTML: (text) => text });
    } catch {
      policy = null;
    }
  }
  return policy;
}

/** Takes the policy from the program that was here before: a script that is bundled apart has a copy of this module. */
export function takePolicy(given) {
  policy = given;
}
