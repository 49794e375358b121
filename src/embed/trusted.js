let policy;

/** The string as this page's Trusted Types want it; null where they refuse the policy `backmatter`. */
export function trusted(html) {
  if (!window.trustedTypes) return html;
  if (policy === undefined) {
    try {
      policy = trustedTypes.createPolicy("backmatter", { createHTML: (text) => text });
    } catch {
      policy = null;
    }
  }
  return policy && policy.createHTML(html);
}
