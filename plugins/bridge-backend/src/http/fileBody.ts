import express, { RequestHandler } from 'express';

/**
 * Reads a body as a file of at most so many bytes, whatever type it is said to
 * have: what a file is, only its bytes tell.
 *
 * @internal
 */
export function fileBody(limit: number): RequestHandler {
  return express.raw({ type: () => true, limit });
}
