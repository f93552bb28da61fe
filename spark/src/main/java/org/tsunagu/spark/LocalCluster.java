package org.tsunagu.spark;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.launcher.JavaModuleOptions;
import org.apache.spark.sql.SparkSession;

/// A standalone cluster on this machine (擬似クラスタ): one master and workers, each a process of its own, started from the
/// Spark
/// classes on the class path. To try and to measure what many machines would do.
public final class LocalCluster implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    private static final String SCALA = "2.13";
    private static final long PATIENCE_MILLIS = 60_000;
    private static final long PAUSE_MILLIS = 200;

    private final Path home;
    private final int port;
    private final Process master;
    private final List<Process> workers = new ArrayList<>();

    private LocalCluster(Path home, int port, Process master) {
        this.home = home;
        this.port = port;
        this.master = master;
    }

    /// Starts a master and workers with one core each.
    ///
    /// @param home folder for their logs and temporary files
    public static LocalCluster start(Path home, int workers, String memory) throws IOException {
        // What starts executors looks for a folder of jars; all of them are on the class path already.
        Files.createDirectories(home.resolve("jars"));
        var port = freePort();
        var master = process(
                home,
                "master",
                "org.apache.spark.deploy.master.Master",
                "--host",
                HOST,
                "--port",
                "" + port,
                "--webui-port",
                "0");
        var cluster = new LocalCluster(home, port, master);
        cluster.awaitMaster();
        for (var i = 0; i < workers; i++) {
            cluster.workers.add(process(
                    home,
                    "worker-" + i,
                    "org.apache.spark.deploy.worker.Worker",
                    "--host",
                    HOST,
                    "--cores",
                    "1",
                    "--memory",
                    memory,
                    "--webui-port",
                    "0",
                    "--work-dir",
                    home.resolve("work-" + i).toString(),
                    cluster.address()));
        }
        return cluster;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static Process process(Path home, String name, String type, String... arguments) throws IOException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx512m");
        command.addAll(moduleOptions());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), type));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve(name + ".log").toFile());
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", SCALA);
        builder.environment().put("SPARK_LOCAL_IP", HOST);
        return builder.start();
    }

    private static List<String> moduleOptions() {
        return List.of(JavaModuleOptions.defaultModuleOptions().strip().split("\\s+"));
    }

    private void awaitMaster() throws IOException {
        var until = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (true) {
            try {
                new Socket(InetAddress.getLoopbackAddress(), port).close();
                return;
            } catch (IOException e) {
                if (System.currentTimeMillis() > until || !master.isAlive()) {
                    throw new IOException("the master did not start, see its log in " + home, e);
                }
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The address for `--master`.
    public String address() {
        return "spark://" + HOST + ":" + port;
    }

    private static SparkSession quiet(SparkSession session) {
        session.sparkContext().setLogLevel("ERROR");
        return session;
    }

    /// A session on it, with as many parts of a shuffle as its few cores need.
    public SparkSession session(String memory) {
        return quiet(SparkSession.builder()
                .appName("tsunagu")
                .master(address())
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", HOST)
                .config("spark.driver.bindAddress", HOST)
                .config("spark.executor.memory", memory)
                .config("spark.executor.cores", "1")
                .config("spark.executor.extraClassPath", System.getProperty("java.class.path"))
                .config("spark.sql.shuffle.partitions", "4")
                .config("spark.sql.warehouse.dir", home.resolve("warehouse").toString())
                .config("spark.local.dir", home.resolve("local").toString())
                .getOrCreate());
    }

    /// A session without a cluster, within this process.
    public static SparkSession none(int cores) {
        return quiet(SparkSession.builder()
                .appName("tsunagu")
                .master("local[%d]".formatted(cores))
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", HOST)
                .config("spark.driver.bindAddress", HOST)
                .config("spark.sql.shuffle.partitions", "4")
                .config("spark.sql.warehouse.dir", System.getProperty("java.io.tmpdir"))
                .getOrCreate());
    }

    /// Kills a worker and what it has started, without warning.
    public void kill(int worker) {
        workers.get(worker).descendants().forEach(ProcessHandle::destroyForcibly);
        workers.get(worker).destroyForcibly();
    }

    @Override
    public void close() {
        workers.forEach(worker -> {
            worker.descendants().forEach(ProcessHandle::destroyForcibly);
            worker.destroyForcibly();
        });
        master.destroyForcibly();
    }
}
