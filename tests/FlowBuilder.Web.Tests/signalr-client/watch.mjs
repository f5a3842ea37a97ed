import { HubConnectionBuilder, LogLevel } from '@microsoft/signalr';

const [host, key, sequence] = process.argv.slice(2);
const live = new HubConnectionBuilder()
  .withUrl(`${host}/hubs/live`, { accessTokenFactory: () => key })
  .withAutomaticReconnect()
  .configureLogging(LogLevel.None)
  .build();

async function read() {
  const answer = await fetch(`${host}/api/v1/sequences/${sequence}/stats`, { headers: { Authorization: `Bearer ${key}` } });
  console.log('counts', await answer.text());
}

async function begin() {
  await live.invoke('Watch', { topic: 'counts', sequence });
  await read();
}

live.on('Changed', read);
live.on('Ended', (end) => console.log('ended', end.because));
live.onreconnected(begin);
await live.start();
await begin();
