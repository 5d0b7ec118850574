// The floor: a relay that parses nothing. With TICK=10 frames of a room are joined into one write per client.
import { WebSocketServer } from 'ws';

const tick = Number(process.env.TICK ?? 0);
const rooms = new Map();
const server = new WebSocketServer({ port: Number(process.env.PORT), host: '127.0.0.1', perMessageDeflate: false });

server.on('connection', (socket, request) => {
  const name = request.url;
  const room = rooms.get(name) ?? { sockets: new Set(), waiting: [], timer: null };
  rooms.set(name, room);
  room.sockets.add(socket);
  socket.on('close', () => room.sockets.delete(socket));
  socket.on('message', (data) => {
    if (tick === 0) return send(room, [{ data, socket }]);
    room.waiting.push({ data, socket });
    room.timer ??= setTimeout(() => {
      room.timer = null;
      send(room, room.waiting.splice(0));
    }, tick);
  });
});

function send(room, frames) {
  for (const other of room.sockets) {
    other._socket?.cork();
    for (const { data, socket } of frames) if (socket !== other) other.send(data);
    other._socket?.uncork();
  }
}
server.on('listening', () => console.log('ready'));
