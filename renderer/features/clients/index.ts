export { ClientsRoom } from './clients-room.tsx';
export { StoreForm } from './store-form.tsx';
export { useStores, usePlatforms, type PlatformEntry } from './use-stores.ts';
