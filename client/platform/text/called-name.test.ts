import { expect, it } from 'vitest';
import { calledName } from './called-name.js';

it('calls people as Vietnamese speakers do', () => {
  expect(
    ['Trần Thu Hà', 'Lê Hà', 'Hà', 'Nguyễn Hoàng Thị Phương Thảo', ' An  Bình  Cát ', ''].map(calledName),
  ).toEqual(['Thu Hà', 'Hà', 'Hà', 'Phương Thảo', 'Bình Cát', '']);
});
