/** Where the bytes of blobs are kept, by their hash. What is kept never changes. */
export interface BlobStore {
  /** Durable when it resolves; keeping the same hash again is harmless. */
  put(hash: string, bytes: Uint8Array): Promise<void>;
  /** The bytes, or null when there are none. */
  get(hash: string): Promise<Uint8Array | null>;
  remove(hash: string): Promise<void>;
}
