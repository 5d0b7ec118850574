export * from './codes.ts';
export * from './commands.ts';
export * from './http.ts';
export * from './join-code.ts';
export * from './limits.ts';
export * from './roles.ts';
export * from './room.ts';
export * from './socket.ts';
