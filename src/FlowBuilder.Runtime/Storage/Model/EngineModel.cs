using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Runtime.Storage.Model;

/// <summary>Rows of the installation, no company's.</summary>
internal static class EngineModel
{
    public static void Build(ModelBuilder model)
    {
        model.Entity<PartitionRow>(row => row.ToTable("partitions").HasKey(partition => partition.Partition));
        model.Entity<IdBlockRow>(row =>
        {
            row.ToTable("id_blocks").HasKey(block => block.Name);
            row.Property(block => block.Name).HasMaxLength(40);
        });
        model.Entity<SettingRow>(row =>
        {
            row.ToTable("settings").HasKey(setting => setting.Name);
            row.Property(setting => setting.Name).HasMaxLength(100);
        });
    }
}
