/** The directives of the schema, at the locations that the tools of past years know as well. */
import { DirectiveLocation, GraphQLDirective, specifiedDirectives } from 'graphql';

/** Newer than the specification of October 2021; graphql-core before 3.2.7 refuses an introspection that has one. */
const NEW_LOCATIONS: readonly DirectiveLocation[] = [DirectiveLocation.DIRECTIVE_DEFINITION];

export const directives = specifiedDirectives.map((directive) => {
  const { locations, ...rest } = directive.toConfig();
  return new GraphQLDirective({ ...rest, locations: locations.filter((one) => !NEW_LOCATIONS.includes(one)) });
});
