export type QueryFacts = {
  hasData: boolean;
  /** The code the query failed with in the end; null for none. */
  failure: string | null;
  /** Whether there is no way to the server just now. */
  isOffline: boolean;
};

/** What stands where the answer to a query belongs; `stale`: an old answer, and the word that it may be old. */
export type Standing =
  'content' | 'stale' | 'loading' | 'offline' | 'failed' | 'missing' | 'forbidden' | 'signed-out';

/** A refusal takes away what was shown, any other failure leaves it. An address that fits nothing leads to nothing. */
const REFUSALS: Partial<Record<string, Standing>> = {
  not_found: 'missing',
  'input.invalid': 'missing',
  'auth.forbidden': 'forbidden',
  'auth.required': 'signed-out',
};

export function standingOf({ hasData, failure, isOffline }: QueryFacts): Standing {
  const refusal = failure === null ? undefined : REFUSALS[failure];
  if (refusal) return refusal;
  // How the link is stands above every page: without a network all that is shown is old.
  if (hasData) return failure === null || failure === 'network' ? 'content' : 'stale';
  if (failure === null) return isOffline ? 'offline' : 'loading';
  return failure === 'network' ? 'offline' : 'failed';
}

export type RefusalFacts = {
  standing: 'missing' | 'signed-out';
  /** Whether somebody was signed in when the refusal came. */
  wasMember: boolean;
  /** Who is signed in now, as the server says; null while it is asked. */
  isMember: boolean | null;
};

/**
 * What a refusal comes to. A session that ended elsewhere makes its member nobody, who is shown nothing of what is not
 * for everybody: so whoever was signed in is looked at again before something is said to be missing.
 */
export function refusalOf({
  standing,
  wasMember,
  isMember,
}: RefusalFacts): 'asking' | 'sign-in' | 'entrance' | 'missing' | 'failed' {
  if (!wasMember) return standing === 'missing' ? 'entrance' : 'sign-in';
  if (isMember === null) return 'asking';
  if (!isMember) return 'sign-in';
  return standing === 'missing' ? 'missing' : 'failed';
}
