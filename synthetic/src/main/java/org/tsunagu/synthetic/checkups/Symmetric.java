package org.tsunagu.synthetic.checkups;

/// Small symmetric matrices (対称行列): repair of a correlation matrix and its root.
final class Symmetric {
    private static final int SWEEPS = 60;
    private static final double NEGLIGIBLE = 1e-15;

    private Symmetric() {}

    /// Raises eigenvalues to a floor and scales the diagonal back to 1.
    static double[][] repair(double[][] matrix, double floor) {
        var n = matrix.length;
        var vectors = identity(n);
        var values = diagonalise(matrix, vectors);
        var repaired = new double[n][n];
        for (var i = 0; i < n; i++) {
            for (var j = 0; j < n; j++) {
                for (var k = 0; k < n; k++) {
                    repaired[i][j] += vectors[i][k] * Math.max(values[k], floor) * vectors[j][k];
                }
            }
        }
        var scale = new double[n];
        for (var i = 0; i < n; i++) {
            scale[i] = 1 / StrictMath.sqrt(repaired[i][i]);
        }
        for (var i = 0; i < n; i++) {
            for (var j = 0; j < n; j++) {
                repaired[i][j] *= scale[i] * scale[j];
            }
        }
        return repaired;
    }

    /// The lower triangular root L with L L' = matrix.
    static double[][] cholesky(double[][] matrix) {
        var n = matrix.length;
        var root = new double[n][n];
        for (var i = 0; i < n; i++) {
            for (var j = 0; j <= i; j++) {
                var sum = matrix[i][j];
                for (var k = 0; k < j; k++) {
                    sum -= root[i][k] * root[j][k];
                }
                root[i][j] = i == j ? StrictMath.sqrt(sum) : sum / root[j][j];
            }
        }
        return root;
    }

    /// Jacobi's method: eigenvalues, and eigenvectors in the columns of `vectors`.
    private static double[] diagonalise(double[][] matrix, double[][] vectors) {
        var n = matrix.length;
        var a = new double[n][];
        for (var i = 0; i < n; i++) {
            a[i] = matrix[i].clone();
        }
        for (var sweep = 0; sweep < SWEEPS; sweep++) {
            for (var p = 0; p < n; p++) {
                for (var q = p + 1; q < n; q++) {
                    if (StrictMath.abs(a[p][q]) > NEGLIGIBLE) {
                        rotate(a, vectors, p, q);
                    }
                }
            }
        }
        var values = new double[n];
        for (var i = 0; i < n; i++) {
            values[i] = a[i][i];
        }
        return values;
    }

    private static void rotate(double[][] a, double[][] vectors, int p, int q) {
        var theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        var t = (theta >= 0 ? 1 : -1) / (StrictMath.abs(theta) + StrictMath.sqrt(theta * theta + 1));
        var c = 1 / StrictMath.sqrt(t * t + 1);
        var s = t * c;
        for (var k = 0; k < a.length; k++) {
            var kp = a[k][p];
            a[k][p] = c * kp - s * a[k][q];
            a[k][q] = s * kp + c * a[k][q];
        }
        for (var k = 0; k < a.length; k++) {
            var pk = a[p][k];
            a[p][k] = c * pk - s * a[q][k];
            a[q][k] = s * pk + c * a[q][k];
            var vp = vectors[k][p];
            vectors[k][p] = c * vp - s * vectors[k][q];
            vectors[k][q] = s * vp + c * vectors[k][q];
        }
    }

    private static double[][] identity(int n) {
        var identity = new double[n][n];
        for (var i = 0; i < n; i++) {
            identity[i][i] = 1;
        }
        return identity;
    }
}
