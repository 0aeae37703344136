import { useEffect, useState } from 'react';
import { deviceNow } from '../../platform/time/server-time.js';
import { settleOrder, type Order } from './settled-order.rules.js';

/** Takes an order as it changes and gives back one that moves at most every 5 s; what is gone leaves at once. */
export function useSettledOrder(wanted: readonly string[]): readonly string[] {
  const [order, setOrder] = useState<Order>(() => ({ ids: wanted, changedAt: deviceNow() }));
  const asked = wanted.join(' ');
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const settle = () => {
      const settled = settleOrder(order, asked === '' ? [] : asked.split(' '), deviceNow());
      if (settled.order !== order) setOrder(settled.order);
      else if (settled.dueAt !== null) timer = setTimeout(settle, settled.dueAt - deviceNow());
    };
    settle();
    return () => clearTimeout(timer);
  }, [order, asked]);
  return order.ids.filter((id) => wanted.includes(id));
}
