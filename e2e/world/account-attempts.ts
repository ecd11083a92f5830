import type { Who } from "../fixtures";
import { everyone } from "./access";
import type { Samples } from "./action-samples";
import type { Attempt } from "./action-table";

const administrator = ["admin"] as const;
const security = ["security"] as const;
const recorders = ["union", "recorder"] as const;

/** Actions on accounts, rights and one's own sign-in. */
export function accountAttempts(s: Samples, mark: string): Record<string, Attempt[]> {
  const name = `不该有 ${mark}`;
  const own = (input: unknown): Attempt[] => [{ may: everyone, input }];
  const onUser = (input: object, may: readonly Who[] = administrator): Attempt[] => [
    { may, input: { ...s.user, userId: s.user.id, ...input }, row: ["users", s.user.id] },
  ];
  return {
    "lib/users/actions.ts createUser": [{ may: administrator, input: { username: `x${mark}`, name: mark } }],
    "lib/users/actions.ts changeUser": onUser({ username: `x${mark}`, name: mark }),
    "lib/users/actions.ts disableUser": onUser({ reason: name }),
    "lib/users/actions.ts enableUser": onUser({}, security),
    "lib/users/actions.ts resetPassword": onUser({}),
    "lib/users/actions.ts grantRole": onUser({ role: "hr", organizationId: s.company }, security),
    "lib/users/actions.ts withdrawRole": onUser({ grantId: s.grant }, security),
    "lib/users/actions.ts endUserSessions": onUser({ sessionId: "" }, ["admin", "security"]),
    "lib/users/actions.ts unlockUser": onUser({ reason: name }, security),
    "lib/users/actions.ts releaseIdentities": onUser({ reason: name }, security),
    "lib/users/actions.ts resetFactor": onUser({ reason: name }, security),
    "lib/users/activations/actions.ts issueActivations": [{ may: recorders, input: { unitId: s.union } }],
    "lib/users/activations/actions.ts cancelActivation": [{ may: recorders, input: { id: 1 } }],
    // One's own account and box alone: whoever is signed in.
    "lib/inbox/actions.ts markRead": own({}),
    "lib/auth/actions.ts changeOwnPassword": own({ current: mark, password: mark, again: mark }),
    "lib/auth/actions.ts endOwnSessions": own({}),
    "lib/auth/actions.ts confirmIdentity": own({ proof: mark }),
    "lib/auth/actions.ts checkRecent": own(undefined),
    "lib/auth/actions.ts offerFactor": own({}),
    "lib/auth/actions.ts enableFactor": own({ offer: mark, code: mark }),
    "lib/auth/actions.ts removeFactor": own({}),
    "lib/auth/actions.ts renewRecoveryCodes": own({}),
    "lib/retention/actions.ts changeRetention": [
      {
        may: ["admin", "security"],
        input: { workbookDays: 90, sessionDays: 200, inboxDays: 90, attemptDays: 10, version: 1 },
        row: ["retention_policies", 1],
      },
    ],
    "lib/jobs/actions.ts retryJob": [{ may: administrator, input: { id: 2_000_000_000 } }],
    "lib/jobs/actions.ts cancelJob": [{ may: administrator, input: { id: 2_000_000_000 } }],
    "lib/auth/actions.ts changeSignInPolicy": [
      {
        may: security,
        input: { factorRoles: [], idleMinutes: 60, sessionHours: 8, version: 1 },
        row: ["sign_in_policies", 1],
      },
    ],
  };
}
