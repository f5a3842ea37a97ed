using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Storage.Sqlite;

/// <summary>The model on SQLite; its own type so that it has its own migrations.</summary>
public sealed class SqliteContext(DbContextOptions<SqliteContext> options) : FlowBuilderContext(options);
