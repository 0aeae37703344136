import { expect, type Locator, type Page } from '@playwright/test';

/** The attempt page as a member reads it. */
export class AttemptScreen {
  constructor(readonly page: Page) {}

  option(letter: string): Locator {
    return this.page.getByRole('radio', { name: `Phương án ${letter}`, exact: true });
  }

  async choose(letter: string): Promise<void> {
    await this.option(letter).check();
  }

  async goOn(): Promise<void> {
    await this.page.getByRole('button', { name: /^Câu tiếp/ }).click();
  }

  async isAt(position: number): Promise<void> {
    await expect(this.page).toHaveTitle(new RegExp(`^Câu ${position}/`));
  }

  async openNavigator(): Promise<Locator> {
    await this.page.getByRole('button', { name: /^Danh sách câu hỏi/ }).click();
    return this.page.getByRole('dialog', { name: 'Danh sách câu hỏi' });
  }

  async isSaved(): Promise<void> {
    await expect(this.page.getByRole('status').filter({ hasText: 'Đã lưu lúc' })).toBeVisible();
  }
}
