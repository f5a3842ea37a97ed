using FlowBuilder.Storage.Model.Companies;
using Microsoft.EntityFrameworkCore;

namespace FlowBuilder.Storage.Model.Engine;

/// <summary>Rows of the engine's own work: progress of partitions, sweeps under way, inputs set
/// aside, settings of the installation.</summary>
internal static class EngineModel
{
    public static void Build(ModelBuilder model)
    {
        model.Entity<SweepRow>(row => row.ToTable("sweeps").HasKey(sweep => new { sweep.CompanyId, sweep.Id }));
        model.Entity<ParkedInputRow>(row =>
        {
            row.ToTable("parked_inputs").HasKey(parked => new { parked.CompanyId, parked.Id });
            row.Property(parked => parked.Kind).HasMaxLength(Lengths.Node);
        });
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
