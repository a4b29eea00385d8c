const COUNT = new Intl.NumberFormat('en-US');

export const formatCount = (count: number): string => COUNT.format(count);
