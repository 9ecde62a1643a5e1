/** The version of the wire; a path changes with it, everything else is additive (SYN-53). */
export const protocolVersion = 1
export const protocolHeader = 'Permanence-Protocol'
/** The version of the application, told with each push so that a coordinator sees old devices (SEC-89). */
export const appVersion = '0.1.0'

export const paths = {
  health: '/api/v1/health',
  enrol: '/api/v1/enrol',
  claim: '/api/v1/enrol/claim',
  operations: '/api/sync/v1/operations',
  changes: '/api/sync/v1/changes',
  receipts: '/api/sync/v1/receipts',
} as const
