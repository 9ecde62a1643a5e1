// On a cold start the browser's database takes as long to wake as the scripts to be read: both begin together.
self.indexedDB?.databases?.().catch(() => undefined)
