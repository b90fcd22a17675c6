export interface IndexRequest {
  collection: string;
  createIndexes: {
    IndexName: string;
    MgoKeySchema: {
      MgoIsUnique: boolean;
      MgoIsSparse: boolean;
      MgoIndexKeys: { Name: string; Direction: string }[];
    };
  }[];
}
export function indexRequests(schema: {
  collections: Record<
    string,
    { indexes: { name: string; keys: [string, number][]; unique: boolean; sparse?: boolean }[] }
  >;
}): IndexRequest[];
