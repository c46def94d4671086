/** A person of the site. The name is looked up on demand; what is printed is the role. */
export interface PersonReference {
  /** Id in the site's user information list. */
  id: number;
}

/** A person with what the site tells of them. */
export interface Person extends PersonReference {
  name: string;
  email?: string;
  loginName: string;
}
