using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Storage.PostgreSql;

/// <summary>The model on PostgreSQL; its own type so that it has its own migrations.</summary>
public sealed class PostgreSqlContext(DbContextOptions<PostgreSqlContext> options) : FlowBuilderContext(options);
