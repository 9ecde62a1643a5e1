/** Security headers of every answer, also 304, 4xx and 5xx (5-security § 5.10). */
export const securityHeaders: Readonly<Record<string, string>> = {
  'Content-Security-Policy': [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "worker-src 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    'trusted-types app-script-url',
    'upgrade-insecure-requests',
  ].join('; '),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy':
    'camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), bluetooth=()',
  'Strict-Transport-Security': 'max-age=63072000; includeSubDomains',
}

/** How long an answer may be kept, by class (5-security § 5.10). */
export const cacheControl = {
  /** HTML and the API. */
  never: 'no-store',
  /** The worker, the manifest and other files whose name does not change with their content. */
  revalidate: 'no-cache',
  /** Built files whose name carries their hash. */
  forever: 'public, max-age=31536000, immutable',
} as const
