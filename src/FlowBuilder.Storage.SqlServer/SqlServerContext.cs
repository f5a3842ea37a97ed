using FlowBuilder.Storage.Model;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Storage.SqlServer;

/// <summary>The model on SQL Server; its own type so that it has its own migrations.</summary>
public sealed class SqlServerContext(DbContextOptions<SqlServerContext> options) : FlowBuilderContext(options);
