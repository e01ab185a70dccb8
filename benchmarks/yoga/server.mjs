// @neo4j/graphql behind graphql-yoga with its own caches of parsed and validated documents: node server.mjs BOLT PORT
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { Neo4jGraphQL } from "@neo4j/graphql";
import { createYoga } from "graphql-yoga";
import neo4j from "neo4j-driver";

const [bolt, port] = process.argv.slice(2);
const driver = neo4j.driver(bolt, undefined, { maxConnectionPoolSize: 100 });
const typeDefs = readFileSync(new URL("schema.graphql", import.meta.url), "utf8");
const schema = await new Neo4jGraphQL({ typeDefs, driver }).getSchema();
const context = () => ({ sessionConfig: { database: "neo4j" } });
createServer(createYoga({ schema, graphiql: false, logging: "error", context })).listen(Number(port), "127.0.0.1");
process.on("SIGTERM", () => driver.close().then(() => process.exit(0)));
