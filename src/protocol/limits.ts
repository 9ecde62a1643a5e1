/** The limits of the wire, in one place (SYN-65, 5-security § 5.13). Bytes unless said otherwise. */
export const limits = {
  pushOperations: 200,
  /** As sent, gzip counted as it is. */
  pushBytes: 256 * 1024,
  inflatedBytes: 2 * 1024 * 1024,
  /** A body may not inflate beyond this many times what was sent. */
  inflateRatio: 20,
  factsBytes: 4 * 1024,
  /**
   * The canonical body of one operation, in characters: that of the longest kinds to come (SYN-65). A longer one would be
   * kept whole for a person to see, in a row that no page can carry.
   */
  operationLength: 192 * 1024,
  depth: 6,
  pullRows: 1000,
  pullBytes: 1024 * 1024,
  headerBytes: 8 * 1024,
  /** Requests per device: a bucket refilled each minute. */
  requestsPerMinute: 60,
  requestBurst: 120,
  /** A public computer writes little and reads little (SEC-32). */
  borneRequestsPerMinute: 10,
  /** Enrolment codes: wrong tries per code, tries per address in a quarter of an hour, lifetime in minutes. */
  codeTries: 5,
  addressTries: 20,
  addressWindowMinutes: 15,
  codeMinutes: 10,
  setupHours: 24,
  /** How far a signature's time may be from the server's, in seconds (SEC-66). */
  signatureWindowSeconds: 300,
  nonceMinutes: 15,
  /** The outbox has no limit; from here a person is warned. */
  outboxWarning: 5000,
} as const
