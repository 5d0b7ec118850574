import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { apiRoutes } from '../../app.ts';
import { startTestServer, type TestServer } from '../../testing/test-server.ts';

type Json = Record<string, unknown>;

describe('OpenAPI description', () => {
  let server: TestServer;
  let description: { openapi: string; paths: Record<string, Record<string, Json>> };
  beforeAll(async () => {
    server = await startTestServer();
    description = await server.browser().get('/openapi.json');
  });
  afterAll(() => server.dispose());

  const operations = (): [string, string, Json][] =>
    Object.entries(description.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]): [string, string, Json] => [method, path, operation]),
    );

  test('names every route and no other', () => {
    expect(description.openapi).toBe('3.1.0');
    const described = operations()
      .map(([method, path]) => `${method} ${path}`)
      .sort();
    const declared = apiRoutes(server.services)
      .map(({ method, path }) => `${method} ${path.replace(/:(\w+)/g, '{$1}')}`)
      .sort();
    expect(described).toEqual(declared);
  });

  test('names what the contract promises', () => {
    const described = new Set(operations().map(([method, path]) => `${method} ${path}`));
    for (const promised of [
      'post /setup',
      'post /session',
      'delete /session',
      'get /me',
      'get /workshops',
      'post /workshops',
      'get /workshops/{id}',
      'patch /workshops/{id}',
      'delete /workshops/{id}',
      'post /join',
      'post /workshops/{id}/ticket',
      'post /workshops/{id}/commands',
      'get /templates',
      'get /templates/{id}',
    ])
      expect(described).toContain(promised);
  });

  test('gives every operation a name of its own, its parameters and its answer', () => {
    const names = operations().map(([, , operation]) => operation.operationId);
    expect(new Set(names).size).toBe(names.length);
    for (const [, path, operation] of operations()) {
      const inPath = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]);
      const parameters = (operation.parameters as Json[] | undefined) ?? [];
      expect(parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name)).toEqual(inPath);
      expect(operation.summary).toBeTruthy();
      expect(Object.keys(operation.responses as Json)).toContain('default');
    }
  });

  test('every described route answers, if only that something is missing', async () => {
    for (const [method, path] of operations()) {
      const filled = path.replace('{hash}', 'f'.repeat(64)).replace(/\{\w+\}/g, 'some-id');
      const { status, headers, json } = await server.browser().send(method.toUpperCase(), `/api/v1${filled}`);
      if (status >= 400) {
        expect(headers.get('content-type')).toMatch(/^application\/problem\+json/);
        expect(json.code).toBeTruthy();
      }
      expect(status).toBeLessThan(500);
    }
  });

  test('schemas are those that parse: what it calls required is refused when missing', async () => {
    const post = description.paths['/join']?.post as {
      requestBody: { content: Record<string, { schema: { required: string[] } }> };
    };
    const required = post.requestBody.content['application/json']?.schema.required ?? [];
    expect(required.sort()).toEqual(['code', 'name']);
    for (const name of required) {
      const body = Object.fromEntries(required.filter((other) => other !== name).map((other) => [other, 'x']));
      expect(await server.browser().post('/join', body, 400)).toMatchObject({ errors: [{ path: `body.${name}` }] });
    }
  });
});
