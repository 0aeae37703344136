const collator = new Intl.Collator('vi');

/** The last word of a name, by which Vietnamese people are called and listed. SQL: `member.given_name`. */
export function givenName(fullName: string): string {
  return fullName.slice(fullName.lastIndexOf(' ') + 1);
}

/** By given name, then by the whole name, which begins with that of the family. */
export function sortedByName<Person>(
  people: readonly Person[],
  nameOf: (person: Person) => string,
): Person[] {
  return people
    .map((person) => ({ person, name: nameOf(person), given: givenName(nameOf(person)) }))
    .toSorted((one, two) => collator.compare(one.given, two.given) || collator.compare(one.name, two.name))
    .map(({ person }) => person);
}
