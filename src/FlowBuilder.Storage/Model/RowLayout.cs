using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace FlowBuilder.Storage.Model;

/// <summary>Whether a table is stored in the order of its key (SQLite's <c>WITHOUT ROWID</c>), which spares it a second tree.</summary>
internal static class RowLayout
{
    private const string Annotation = "FlowBuilder:WithoutRowId";

    public static void WithoutRowId<T>(this EntityTypeBuilder<T> row)
        where T : class => row.HasAnnotation(Annotation, true);

    public static bool IsWithoutRowId(this IModel? model, string table, string? schema) =>
        model?.GetEntityTypes()
            .Any(type => type.GetTableName() == table && type.GetSchema() == schema && type.FindAnnotation(Annotation) is not null)
        == true;
}
