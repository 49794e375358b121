// The Trusted Types policy. A page allows one policy per name, so all programs share this one.

let policy;

/** The policy `backmatter`: undefined on a page without Trusted Types, null if the page refuses it. */
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

/** Takes the policy from the program that loaded first: a separately bundled script has its own copy of this module. */
export function takePolicy(given) {
  policy = given;
}
